import { HclPath } from '../HclPath';

/** Random numbers that are the same in every run. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2654435761;
  }

  /** A whole number from 0 up to and without `limit`. */
  roll(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) % 2 ** 32;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.roll(items.length)];
  }
}

export type Scalar = string | number | boolean | null;
export type Data = Scalar | Data[] | { [key: string]: Data };
export interface Workload {
  [key: string]: Data;
  name: string;
}

export interface Generated {
  text: string;
  list: HclPath;
  data: Workload[];
}

const WORDS = ['mlflow', 'vllm', 'feast', 'ray', 'triton', 'größe', '名前'];
const TEXTS = [
  'plain',
  'arn:aws:s3:::bucket/*',
  '${local.x} %{if y}',
  'quote " and \\ backslash',
  'line\nbreak\ttab',
  '# no comment // nor /* this',
  '} ] , {',
  'e\u0301 é 👩‍🔬',
  '',
];
const KEYS = [
  'namespace',
  'service_account',
  'create_namespace',
  's3_access',
  'bucket_arns',
  'labels',
  'x',
];

export function randomScalar(dice: Dice): Scalar {
  switch (dice.roll(6)) {
    case 0:
      return dice.roll(1000) - 500;
    case 1:
      return dice.chance(50);
    case 2:
      return dice.chance(20) ? null : dice.roll(100) / 8;
    default:
      return dice.chance(50) ? dice.pick(WORDS) : dice.pick(TEXTS);
  }
}

export function randomData(dice: Dice, depth: number): Data {
  if (depth === 0 || dice.chance(50)) {
    return randomScalar(dice);
  }
  if (dice.chance(50)) {
    return Array.from({ length: dice.roll(4) }, () =>
      dice.chance(80) ? randomScalar(dice) : randomData(dice, depth - 1),
    );
  }
  return randomObject(dice, depth - 1);
}

export function randomObject(
  dice: Dice,
  depth: number,
): { [key: string]: Data } {
  const keys = KEYS.filter(() => dice.chance(40));
  return Object.fromEntries(keys.map(key => [key, randomData(dice, depth)]));
}

export function randomWorkload(dice: Dice, name: string): Workload {
  return { name, ...randomObject(dice, 2) };
}

interface Habits {
  unit: string;
  separator: string;
  quoted: boolean;
  commas: boolean;
  trailingComma: boolean;
  oneLine: number;
  comments: number;
  blanks: number;
  layout: 'lines' | 'hugging';
}

class Writer {
  #comments = 0;

  constructor(readonly dice: Dice, readonly habits: Habits) {}

  document(data: Workload[]): { text: string; list: HclPath } {
    const { unit } = this.habits;
    const around = this.dice.pick(['inputs', 'locals', 'module', 'values']);
    const list = (indent: string) => this.list(data, indent);
    const noise = (indent: string) =>
      [
        this.comment(indent),
        `${indent}other = "x \${local.y}"\n`,
        this.dice.chance(30)
          ? `${indent}script = <<-EOT\n${indent}${unit}workloads = [ "\${x}" ]\n${indent}EOT\n`
          : '',
        this.dice.chance(30) ? '\n' : '',
      ].join('');
    switch (around) {
      case 'locals':
        return {
          text: `${this.comment('')}locals {\n${noise(
            unit,
          )}${unit}workloads = ${list(unit)}\n${this.comment(unit)}}\n`,
          list: ['locals', 'workloads'],
        };
      case 'module':
        return {
          text: `module "ml" {\n${noise(unit)}${unit}workloads = ${list(
            unit,
          )}\n\n${unit}providers {\n${unit}}\n}\n`,
          list: ['module', 'ml', 'workloads'],
        };
      case 'values':
        return {
          text: `unit "a" {\n${unit}values = {\n${noise(
            unit + unit,
          )}${unit}${unit}workloads = ${list(unit + unit)}\n${unit}}\n}\n`,
          list: ['unit', 'a', 'values', 'workloads'],
        };
      default:
        return {
          text: `include "root" {\n${unit}path = find_in_parent_folders()\n}\n${this.comment(
            '',
          )}\ninputs = {\n${noise(unit)}${unit}workloads = ${list(
            unit,
          )}\n${unit}last = true\n}\n`,
          list: ['inputs', 'workloads'],
        };
    }
  }

  list(data: Workload[], indent: string): string {
    const { habits } = this;
    const inner = indent + habits.unit;
    if (data.length === 0) {
      return this.dice.pick([
        '[]',
        `[\n${indent}]`,
        `[\n${inner}# none yet\n${indent}]`,
      ]);
    }
    if (habits.layout === 'hugging') {
      return `[${data.map(item => this.lines(item, indent)).join(', ')}]`;
    }
    const items = data.map((item, index) => {
      const last = index === data.length - 1;
      const comma = !last || habits.trailingComma ? ',' : '';
      return `${this.comment(inner)}${inner}${this.value(
        item,
        inner,
      )}${comma}${this.trailing()}\n${this.blank()}`;
    });
    return `[\n${items.join('')}${this.comment(inner)}${indent}]`;
  }

  value(data: Data, indent: string): string {
    if (typeof data !== 'object' || data === null) {
      return this.scalar(data, indent);
    }
    const inline = this.inline(data);
    if (this.dice.chance(this.habits.oneLine) || inline.length < 4) {
      return inline;
    }
    if (!Array.isArray(data)) {
      return this.lines(data, indent);
    }
    if (this.dice.chance(60)) {
      return inline;
    }
    const inner = indent + this.habits.unit;
    const items = data.map((item, index) => {
      const last = index === data.length - 1;
      const comma = !last || this.habits.trailingComma ? ',' : '';
      const text = this.inline(item);
      return `${this.comment(
        inner,
      )}${inner}${text}${comma}${this.trailing()}\n`;
    });
    return `[\n${items.join('')}${indent}]`;
  }

  lines(data: { [key: string]: Data }, indent: string): string {
    const { habits } = this;
    const inner = indent + habits.unit;
    const entries = Object.entries(data).map(([key, item], index, all) => {
      const last = index === all.length - 1;
      const comma = habits.commas && (!last || habits.trailingComma) ? ',' : '';
      const value = this.value(item, inner);
      const heredoc = value.startsWith('<<');
      const behind = heredoc ? '' : comma + this.trailing();
      return `${this.comment(inner)}${inner}${this.key(key)}${
        habits.separator
      }${value}${behind}\n${this.blank()}`;
    });
    return `{\n${entries.join('')}${indent}}`;
  }

  inline(data: Data): string {
    if (Array.isArray(data)) {
      return `[${data.map(item => this.inline(item)).join(', ')}]`;
    }
    if (typeof data === 'object' && data !== null) {
      const entries = Object.entries(data).map(
        ([key, item]) => `${this.key(key)} = ${this.inline(item)}`,
      );
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
    }
    return this.quoted(data);
  }

  scalar(data: Scalar, indent: string): string {
    const asHeredoc =
      typeof data === 'string' &&
      /^[\w# {}[\],/*]+\n$/.test(data) &&
      !this.habits.commas;
    return asHeredoc
      ? `<<-EOT\n${indent}${data}${indent}EOT`
      : this.quoted(data);
  }

  quoted(data: Scalar): string {
    return typeof data === 'string'
      ? JSON.stringify(data).replace(/([$%])\{/g, '$1$1{')
      : String(data);
  }

  key(key: string): string {
    return this.habits.quoted || !/^\w+$/.test(key) ? `"${key}"` : key;
  }

  comment(indent: string): string {
    if (!this.dice.chance(this.habits.comments / 2)) {
      return '';
    }
    this.#comments += 1;
    const words = `note ${this.#comments} { [ " \${`;
    return this.dice.pick([
      `${indent}# ${words}\n`,
      `${indent}// ${words}\n`,
      `${indent}/* ${words} */\n`,
      `\n${indent}/* ${words}\n${indent}   more */\n`,
      `${indent}# ${words}\n\n`,
    ]);
  }

  trailing(): string {
    if (!this.dice.chance(this.habits.comments / 2)) {
      return '';
    }
    this.#comments += 1;
    return this.dice.pick([
      ` # tail ${this.#comments}`,
      `  // tail ${this.#comments}`,
      ` /* tail ${this.#comments} */`,
    ]);
  }

  blank(): string {
    return this.dice.chance(this.habits.blanks) ? '\n' : '';
  }
}

/** A document in a random style, with comments, heredocs and other code around its list. */
export function generateDocument(seed: number): Generated {
  const dice = new Dice(seed);
  const habits: Habits = {
    unit: dice.pick(['  ', '  ', '  ', '    ', '\t']),
    separator: dice.pick([' = ', ' = ', ' = ', '=', '  =   ', ' : ', ': ']),
    quoted: dice.chance(20),
    commas: dice.chance(25),
    trailingComma: dice.chance(50),
    oneLine: dice.pick([0, 0, 30, 100]),
    comments: dice.pick([0, 20, 60]),
    blanks: dice.pick([0, 10, 50]),
    layout: dice.chance(15) ? 'hugging' : 'lines',
  };
  const names = Array.from({ length: dice.roll(6) }, (_, index) =>
    dice.chance(60) ? `w${index}` : `${dice.pick(WORDS)}-${index}`,
  );
  const data = names.map(name => randomWorkload(dice, name));
  const writer = new Writer(dice, habits);
  const { text, list } = writer.document(data);
  const ended = dice.chance(15) ? text.replace(/\n$/, '') : text;
  const eol = dice.chance(20) ? ended.replace(/\n/g, '\r\n') : ended;
  return { text: dice.chance(10) ? `\uFEFF${eol}` : eol, list, data };
}
