import { EditTarget } from '../follow';
import { HclExpression, HclPath, HclValue } from '../hcl';
import { HclObject, isObject, textValue } from './attributeValues';
import { DeclaredWorkload, OpaqueWorkload } from './DeclaredWorkload';
import { readDeclaredWorkload } from './readDeclaredWorkload';

/** A declared workload with the place where it can be edited. */
export interface WorkloadEntry {
  workload: DeclaredWorkload;
  target: EditTarget;
  /** Path of the entry in the target's document. */
  path: HclPath;
  values: HclObject;
}

/** The entries of all literals that make up an environment's list. */
export function readWorkloadList(
  environment: string,
  targets: EditTarget[],
): { entries: WorkloadEntry[]; opaque: OpaqueWorkload[] } {
  const entries: WorkloadEntry[] = [];
  const opaque: OpaqueWorkload[] = [];
  for (const target of targets) {
    for (const { segment, value, name } of elements(target)) {
      const path = [...target.path, segment];
      const place = {
        environment,
        file: target.file,
        // Asked for by few, and dear in a long list.
        get line() {
          return target.document.location(path)?.line;
        },
      };
      if (isObject(value) && name !== undefined) {
        const workload = Object.defineProperties(
          readDeclaredWorkload(name, value),
          Object.getOwnPropertyDescriptors(place),
        ) as DeclaredWorkload;
        entries.push({ workload, target, path, values: value });
      } else {
        const opaqueWorkload = Object.defineProperties(
          { source: sourceOf(value) },
          Object.getOwnPropertyDescriptors(place),
        ) as OpaqueWorkload;
        opaque.push(opaqueWorkload);
      }
    }
  }
  return { entries, opaque };
}

function elements(target: EditTarget): {
  segment: string | number;
  value: HclValue;
  name: string | undefined;
}[] {
  const value = target.document.value(target.path);
  if (Array.isArray(value)) {
    return value.map((item, index) => ({
      segment: index,
      value: item,
      name: isObject(item) ? textValue(item.name) : undefined,
    }));
  }
  return isObject(value)
    ? Object.entries(value).map(([key, item]) => ({
        segment: key,
        value: item,
        name: (isObject(item) && textValue(item.name)) || key,
      }))
    : [];
}

function sourceOf(value: HclValue): string {
  return value instanceof HclExpression
    ? value.source
    : JSON.stringify(value) ?? '';
}
