import type {
  DeclaredReference,
  DeclaredThing,
} from '@ml-platform/plugin-ml-platform-common';

/** The form of a template with values in it. */
export function templateLink(template: string, formData: object): string {
  const query = new URLSearchParams({ formData: JSON.stringify(formData) });
  return `/create/templates/default/${encodeURIComponent(template)}?${query}`;
}

/** The page that leads to the form with a thing's present values. */
export function changeLink(thing: DeclaredReference): string {
  const parts = [thing.kind, thing.repository, thing.environment, thing.name];
  return `/ml-platform/change/${parts.map(encodeURIComponent).join('/')}`;
}

/** The form that takes a thing out of the code. */
export function removalLink(thing: DeclaredThing): string {
  const { repository, environment, kind, name } = thing;
  return templateLink('removal', { repository, environment, kind, name });
}
