import { HclPath } from '../HclPath';
import { HclValue } from '../HclValue';
import {
  Data,
  Dice,
  randomData,
  randomScalar,
  randomWorkload,
  Workload,
} from './generate';

function sortedIndex(data: Workload[], name: string): number {
  const sorted =
    data.length >= 2 &&
    data.every(
      (each, index) => index === 0 || data[index - 1].name < each.name,
    );
  const at = data.findIndex(each => each.name > name);
  return sorted && at >= 0 ? at : data.length;
}

/** The edits that both kinds of documents have. */
interface Editable<D> {
  set(path: HclPath, value: HclValue): D;
  insert(
    path: HclPath,
    value: HclValue,
    options?: { index?: number; key?: string },
  ): D;
  upsert(
    path: HclPath,
    options: { key: string; value: { [key: string]: HclValue } },
  ): D;
  remove(path: HclPath): D;
}

/** A document and what it should mean. */
export interface State<D> {
  document: D;
  data: Workload[];
}

/** Which element an edit touched, and how many it added. */
export interface Done {
  touched: number;
  change: -1 | 0 | 1;
}

/** One random edit on the document and on the data it should mean; returns the element it touched. */
export function randomEdit<D extends Editable<D>>(
  dice: Dice,
  state: State<D>,
  list: HclPath,
): Done {
  const { data } = state;
  const at = dice.roll(data.length);
  const element = data[at];
  const path = [...list, at];
  const kind = data.length === 0 ? 0 : dice.roll(7);
  if (kind === 0) {
    const name = `${dice.pick(['a', 'm', 'z'])}${dice.roll(1000)}-${
      data.length
    }`;
    const value = randomWorkload(dice, name);
    const index = sortedIndex(data, name);
    state.document = state.document.upsert(list, { key: 'name', value });
    data.splice(index, 0, value);
    return { touched: index, change: 1 };
  }
  if (kind === 1) {
    state.document = state.document.remove(
      dice.chance(50) ? path : [...list, { key: 'name', value: element.name }],
    );
    data.splice(at, 1);
    return { touched: at, change: -1 };
  }
  if (kind === 2) {
    const value = randomWorkload(dice, `n${dice.roll(1000)}`);
    state.document = state.document.insert(list, value, { index: at });
    data.splice(at, 0, value);
    return { touched: at, change: 1 };
  }
  if (kind === 3) {
    const value = randomWorkload(dice, element.name);
    state.document = state.document.upsert(list, { key: 'name', value });
    data[at] = { ...element, ...value };
    return { touched: at, change: 0 };
  }
  if (kind === 4) {
    const value = randomWorkload(dice, element.name);
    state.document = state.document.set(path, value);
    data[at] = value;
    return { touched: at, change: 0 };
  }
  const keys = Object.keys(element).filter(key => key !== 'name');
  const key =
    dice.chance(40) || keys.length === 0 ? 'added_key' : dice.pick(keys);
  const value = element[key];
  if (kind === 5 && Array.isArray(value)) {
    const index = dice.roll(value.length + 1);
    const item = randomScalar(dice);
    state.document = state.document.insert([...path, key], item, { index });
    value.splice(index, 0, item);
  } else if (kind === 5) {
    state.document = state.document.remove([...path, key]);
    delete element[key];
  } else {
    const item: Data = randomData(dice, 2);
    state.document = state.document.set([...path, key], item);
    element[key] = item;
  }
  return { touched: at, change: 0 };
}
