import { Module } from '../modules';
import { SchemaKind } from './ProviderSchemas';

/** The types that modules use, by kind, sorted; `terraform_data` has no provider. */
export function usedTypes(
  modules: Iterable<Module>,
): Record<SchemaKind, string[]> {
  const all = [...modules];
  const ofKind = (kind: string) =>
    all
      .flatMap(module => module.resources)
      .filter(block => block.type === kind)
      .map(block => block.labels[0])
      .filter(type => !type.startsWith('terraform_'));
  const sorted = (names: string[]) => [...new Set(names)].sort();
  return {
    provider: sorted(all.flatMap(module => [...module.providers.keys()])),
    resource: sorted(ofKind('resource')),
    data: sorted(ofKind('data')),
    ephemeral: sorted(ofKind('ephemeral')),
  };
}
