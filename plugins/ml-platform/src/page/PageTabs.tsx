import { Tab, TabList, Tabs } from '@backstage/ui';

/** Parts of a page, each with an address. */
export function PageTabs(props: {
  label: string;
  tabs: { label: string; href: string; prefix?: boolean }[];
}) {
  const { label, tabs } = props;
  return (
    <Tabs>
      <TabList aria-label={label}>
        {tabs.map(({ label: title, href, prefix }) => (
          <Tab
            key={href}
            id={href}
            href={href}
            matchStrategy={prefix ? 'prefix' : 'exact'}
          >
            {title}
          </Tab>
        ))}
      </TabList>
    </Tabs>
  );
}
