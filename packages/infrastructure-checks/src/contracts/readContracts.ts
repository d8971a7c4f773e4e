import { parse } from 'yaml';
import { Files } from '../files';
import { messageOf, Problem } from '../Problem';
import { Contract, ContractOutput, ContractVariable } from './Contract';

type Entry = Record<string, unknown>;

const VARIABLE_KEYS = [
  'name',
  'type',
  'required',
  'default',
  'sensitive',
  'origin',
  'why',
];
const OUTPUT_KEYS = ['name', 'sensitive', 'origin', 'why'];

/** The contracts below a folder, by the path that each file has there, and what is wrong with the form of others. */
export function readContracts(files: Files): {
  contracts: Map<string, Contract>;
  problems: Problem[];
} {
  const contracts = new Map<string, Contract>();
  const problems: Problem[] = [];
  for (const [path, text] of files) {
    if (path.endsWith('.yaml')) {
      const file = `contracts/${path}`;
      try {
        contracts.set(path.replace(/\.yaml$/, ''), readContract(file, text));
      } catch (error) {
        problems.push({ file, message: messageOf(error) });
      }
    }
  }
  return { contracts, problems };
}

function readContract(file: string, text: string): Contract {
  const data = record('the contract', parse(text));
  onlyKeys('the contract', data, ['module', 'variables', 'outputs']);
  return {
    file,
    module: word('the contract', data, 'module'),
    variables: list(data.variables).map(readVariable),
    outputs: list(data.outputs).map(readOutput),
  };
}

function readVariable(entry: Entry): ContractVariable {
  const name = word('a variable', entry, 'name');
  const place = name;
  onlyKeys(place, entry, VARIABLE_KEYS);
  return {
    name,
    type: word(place, entry, 'type'),
    required: flag(place, entry, 'required'),
    default: entry.default,
    hasDefault: 'default' in entry,
    sensitive: flag(place, entry, 'sensitive') ?? false,
    ...origin(place, entry),
  };
}

function readOutput(entry: Entry): ContractOutput {
  const name = word('an output', entry, 'name');
  const place = name;
  onlyKeys(place, entry, OUTPUT_KEYS);
  return {
    name,
    sensitive: flag(place, entry, 'sensitive') ?? false,
    ...origin(place, entry),
  };
}

function origin(place: string, entry: Entry) {
  return {
    origin: word(place, entry, 'origin'),
    why: entry.why === undefined ? undefined : word(place, entry, 'why'),
  };
}

function record(place: string, value: unknown): Entry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${place} is to be a mapping`);
  }
  return value as Entry;
}

function list(value: unknown): Entry[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw new Error('variables and outputs are lists');
  }
  return value.map(item => record('an entry', item));
}

function word(place: string, entry: Entry, key: string): string {
  const value = entry[key];
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Error(`${place}: ${key} is to be a text`);
  }
  return value;
}

function flag(place: string, entry: Entry, key: string): boolean | undefined {
  const value = entry[key];
  if (value !== undefined && typeof value !== 'boolean') {
    throw new Error(`${place}: ${key} is to be true or false`);
  }
  return value;
}

function onlyKeys(place: string, entry: Entry, keys: string[]): void {
  const unknown = Object.keys(entry).filter(key => !keys.includes(key));
  if (unknown.length > 0) {
    throw new Error(`${place}: unknown ${unknown.join(', ')}`);
  }
}
