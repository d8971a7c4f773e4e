export { formatSchemas } from './formatSchemas';
export { fromPackage } from './fromPackage';
export { fromTerraform } from './fromTerraform';
export type { TerraformBlock } from './fromTerraform';
export { usedTypes } from './usedTypes';
export type {
  Arguments,
  NestedArguments,
  ProviderOrigin,
  ProviderSchemas,
  SchemaKind,
} from './ProviderSchemas';
export { checkResources, checkSchemaBlock } from './checkResources';
export type { ResourceReport } from './checkResources';
export { checkProviders } from './checkProviders';
