import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

/** A card of the home page; portals without the home plugin leave it out. */
export const ownedThingsWidget = HomePageWidgetBlueprint.make({
  name: 'owned-things',
  params: {
    name: 'MlPlatformOwnedThings',
    title: 'What you own, and its health',
    description: 'Clusters, endpoints and Ray of you and your groups',
    layout: { width: { minColumns: 4 }, height: { minRows: 4 } },
    components: () =>
      import('../home/OwnedThings').then(({ OwnedThings }) => ({
        Content: OwnedThings,
      })),
  },
});
