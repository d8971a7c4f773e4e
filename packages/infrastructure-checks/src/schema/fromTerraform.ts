import { Arguments, NestedArguments } from './ProviderSchemas';

/** Part of what `terraform providers schema -json` prints. */
export interface TerraformBlock {
  attributes?: Record<string, TerraformAttribute>;
  block_types?: Record<
    string,
    {
      nesting_mode: string;
      block: TerraformBlock;
      min_items?: number;
      max_items?: number;
    }
  >;
}

interface TerraformAttribute {
  type?: TerraformType;
  nested_type?: {
    nesting_mode: NestedArguments['nesting'];
    attributes: Record<string, TerraformAttribute>;
  };
  required?: boolean;
  optional?: boolean;
  computed?: boolean;
  write_only?: boolean;
  deprecated?: boolean;
}

type TerraformType =
  | string
  | [string, TerraformType | TerraformType[] | Record<string, TerraformType>];

/** A block of Terraform's own description in the compact form. */
export function fromTerraform(block: TerraformBlock): Arguments {
  const attributes = Object.entries(block.attributes ?? {}).map(
    ([name, attribute]) => [name, readAttribute(attribute)] as const,
  );
  const blocks = Object.entries(block.block_types ?? {}).map(
    ([name, { nesting_mode, block: inner, min_items, max_items }]) => {
      const nested: NestedArguments = {
        as: 'block',
        nesting: nestingOf(nesting_mode),
        presence: min_items ? 'required' : 'optional',
        ...(min_items ? { min: min_items } : {}),
        ...(max_items ? { max: max_items } : {}),
        arguments: fromTerraform(inner),
      };
      return [name, nested] as const;
    },
  );
  return Object.fromEntries(
    [...attributes, ...blocks].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function nestingOf(mode: string): NestedArguments['nesting'] {
  return mode === 'list' || mode === 'set' || mode === 'map' ? mode : 'single';
}

function readAttribute(attribute: TerraformAttribute) {
  const { nested_type: nested, type } = attribute;
  if (nested) {
    return {
      as: 'attribute',
      nesting: nested.nesting_mode,
      presence: presenceOf(attribute),
      arguments: fromTerraform({ attributes: nested.attributes }),
    } satisfies NestedArguments;
  }
  return [
    ...(attribute.required ? ['required'] : []),
    ...(attribute.optional ? ['optional'] : []),
    ...(attribute.computed ? ['computed'] : []),
    ...(attribute.write_only ? ['write-only'] : []),
    ...(attribute.deprecated ? ['deprecated'] : []),
    formatType(type ?? 'dynamic'),
  ].join(' ');
}

function presenceOf(attribute: TerraformAttribute) {
  if (attribute.required) {
    return 'required';
  }
  return attribute.optional ? 'optional' : 'computed';
}

function formatType(type: TerraformType): string {
  if (typeof type === 'string') {
    return type === 'dynamic' ? 'any' : type;
  }
  const [kind, of] = type;
  if (kind === 'object') {
    const fields = Object.entries(of as Record<string, TerraformType>)
      .map(([name, field]) => `${name}=${formatType(field)}`)
      .join(',');
    return `object({${fields}})`;
  }
  if (kind === 'tuple') {
    return `tuple([${(of as TerraformType[]).map(formatType).join(',')}])`;
  }
  return `${kind}(${formatType(of as TerraformType)})`;
}
