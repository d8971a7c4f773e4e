import { fromPackage } from './fromPackage';
import { fromTerraform } from './fromTerraform';

/** As the generator of the prebuilt packages writes it, shortened. */
const SOURCE = `
export function widgetRuleToHclTerraform(struct?: WidgetRule | cdktn.IResolvable): any {
  const attrs = {
    port: {
      value: cdktn.numberToHclTerraform(struct!.port),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };
  return attrs;
}

export class WidgetRuleOutputReference extends cdktn.ComplexObject {
  // port - computed: false, optional: false, required: true
  private _port?: number;
}

export class WidgetRuleList extends cdktn.ComplexList {
}

export function widgetScalingToHclTerraform(struct?: WidgetScaling | cdktn.IResolvable): any {
  const attrs = {
    sizes: {
      value: cdktn.listMapperHcl(cdktn.numberToHclTerraform, false)(struct!.sizes),
      isBlock: false,
      type: "set",
      storageClassType: "numberList",
    },
  };
  return attrs;
}

export class WidgetScalingOutputReference extends cdktn.ComplexObject {
  // sizes - computed: false, optional: true, required: false
  private _sizes?: number[];
}

export class Widget extends cdktn.TerraformResource {
  public static readonly tfResourceType = "acme_widget";
  // arn - computed: true, optional: false, required: false
  // enabled - computed: true, optional: true, required: false
  // name - computed: false, optional: false, required: true
  // tags - computed: false, optional: true, required: false
  // rule - computed: false, optional: true, required: false
  // option - computed: false, optional: true, required: false
  // scaling - computed: false, optional: false, required: true

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      enabled: {
        value: cdktn.booleanToHclTerraform(this._enabled),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      name: {
        value: cdktn.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      tags: {
        value: cdktn.hashMapperHcl(cdktn.stringToHclTerraform)(this._tags),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      rule: {
        value: cdktn.listMapperHcl(widgetRuleToHclTerraform, true)(this._rule.internalValue),
        isBlock: true,
        type: "set",
        storageClassType: "WidgetRuleList",
      },
      option: {
        value: cdktn.listMapperHcl(widgetRuleToHclTerraform, false)(this._option.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "WidgetRuleList",
      },
      scaling: {
        value: widgetScalingToHclTerraform(this._scaling.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "WidgetScalingList",
      },
    };
    return attrs;
  }
}
`;

function code(source: string): string {
  const map = JSON.stringify({ version: 3, sourcesContent: [source] });
  return `"use strict";\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(
    map,
  ).toString('base64')}`;
}

const ports = { port: 'required number' };

describe('fromPackage', () => {
  it('reads presence, type and form of every argument', () => {
    expect(fromPackage(code(SOURCE), 'acme_widget')).toEqual({
      arn: 'computed any',
      enabled: 'optional computed bool',
      name: 'required string',
      tags: 'optional map(string)',
      rule: {
        as: 'block',
        nesting: 'set',
        presence: 'optional',
        arguments: ports,
      },
      option: {
        as: 'either',
        nesting: 'list',
        presence: 'optional',
        arguments: ports,
      },
      scaling: {
        as: 'block',
        nesting: 'list',
        presence: 'required',
        min: 1,
        max: 1,
        arguments: { sizes: 'optional set(number)' },
      },
    });
  });

  it.each<[string, string, string]>([
    ['another resource', code(SOURCE), "The package's code has no acme_gadget"],
    ['no source map', SOURCE, "The package's code has no source map"],
    [
      'an argument without presence',
      code(
        SOURCE.replace('"acme_widget"', '"acme_gadget"').replace(
          /^ +\/\/ tags - .*\n/m,
          '',
        ),
      ),
      'The package says no presence of tags',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => fromPackage(text, 'acme_gadget')).toThrow(message);
  });
});

describe('fromTerraform', () => {
  it('reads attributes, nested types and blocks', () => {
    expect(
      fromTerraform({
        attributes: {
          name: { type: 'string', required: true },
          secret_wo: { type: 'string', optional: true, write_only: true },
          ports: {
            type: ['set', ['object', { from: 'number', to: 'number' }]],
            optional: true,
            computed: true,
          },
          old: { type: 'bool', optional: true, deprecated: true },
          value: { type: 'dynamic', computed: true },
          set: {
            optional: true,
            nested_type: {
              nesting_mode: 'list',
              attributes: { name: { type: 'string', required: true } },
            },
          },
        },
        block_types: {
          rule: {
            nesting_mode: 'list',
            min_items: 1,
            max_items: 2,
            block: { attributes: { port: { type: 'number', required: true } } },
          },
          timeouts: { nesting_mode: 'single', block: {} },
        },
      }),
    ).toEqual({
      name: 'required string',
      secret_wo: 'optional write-only string',
      ports: 'optional computed set(object({from=number,to=number}))',
      old: 'optional deprecated bool',
      value: 'computed any',
      set: {
        as: 'attribute',
        nesting: 'list',
        presence: 'optional',
        arguments: { name: 'required string' },
      },
      rule: {
        as: 'block',
        nesting: 'list',
        presence: 'required',
        min: 1,
        max: 2,
        arguments: ports,
      },
      timeouts: {
        as: 'block',
        nesting: 'single',
        presence: 'optional',
        arguments: {},
      },
    });
  });
});
