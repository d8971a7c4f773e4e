import { InputError } from '@backstage/errors';
import { ProfileRequest } from '@ml-platform/plugin-ml-platform-common';
import { parseDocument } from '../environment/readRepositoryState';
import { formatHclPath, HclExpression, HclPath } from '../hcl';
import { HclObject } from '../workload/attributeValues';
import {
  AttributeChange,
  changeEntry,
  EditableDocument,
  ExpressionPlace,
} from '../workload/changeEntry';
import { AttributeRule } from '../workload/workloadAttributes';
import { ProfileEntry, ProfileState } from './readProfiles';

/**
 * The attributes of a profile in the module's spelling and order. What else
 * stands in an entry is kept.
 */
const PROFILE_ATTRIBUTES: AttributeRule[] = [
  { name: 'username', kind: 'text' },
  { name: 'email', kind: 'text' },
  { name: 'role', kind: 'text' },
  { name: 'create_access_key', kind: 'flag' },
];

/** The file with the profiles after the request. */
export interface ProfilesEdit {
  file: string;
  after: string;
  /** The attribute was missing and is made. */
  mapCreated: boolean;
  changes: AttributeChange[];
  /** Expressions that stay, because what they stand for is not known. */
  keptExpressions: ExpressionPlace[];
}

/**
 * Changes the entry, or adds one to the last literal; without the attribute,
 * makes it.
 *
 * @throws InputError when there is no place for the profiles
 */
export function editProfiles(options: {
  state: ProfileState;
  text: string;
  attribute: HclPath;
  existing?: ProfileEntry;
  request: ProfileRequest;
}): ProfilesEdit {
  const { state, text, attribute, existing, request } = options;
  if (existing) {
    return changeProfile(existing, profileAttributes(request));
  }
  // A module may make keys for entries that do not say: the wizard's default is none.
  const wanted = profileAttributes({
    ...request,
    createAccessKey: request.createAccessKey ?? false,
  });
  const target = state.targets[state.targets.length - 1];
  const file = target?.file ?? state.file;
  const document = target
    ? target.document.upsert(
        target.path,
        target.kind === 'list'
          ? { key: 'username', value: wanted }
          : { key: request.username, value: wanted },
      )
    : addMap(parseDocument(file, text), file, attribute, {
        [request.username]: wanted,
      });
  return {
    file,
    after: document.toString(),
    mapCreated: target === undefined,
    changes: [],
    keptExpressions: [],
  };
}

function changeProfile(entry: ProfileEntry, wanted: HclObject): ProfilesEdit {
  const { target, path, values } = entry;
  const kept = PROFILE_ATTRIBUTES.flatMap(({ name }) => {
    const value = values[name];
    return value instanceof HclExpression
      ? [{ attribute: name, source: value.source, line: value.line }]
      : [];
  });
  const { document, changes } = changeEntry({
    document: target.document,
    path,
    existing: values,
    wanted,
    rules: PROFILE_ATTRIBUTES.filter(
      ({ name }) => !kept.some(({ attribute }) => attribute === name),
    ),
  });
  return {
    file: target.file,
    after: document.toString(),
    mapCreated: false,
    changes,
    keptExpressions: kept,
  };
}

/** The entry as the module takes it; an access key that is not asked about stays as it is. */
function profileAttributes(request: ProfileRequest): HclObject {
  const { username, email, role, createAccessKey } = request;
  return {
    username,
    email,
    role,
    ...(createAccessKey === undefined
      ? {}
      : { create_access_key: createAccessKey }),
  };
}

function addMap(
  document: EditableDocument,
  file: string,
  attribute: HclPath,
  map: HclObject,
): EditableDocument {
  const parent = attribute.slice(0, -1);
  const found = document.value(parent);
  if (found instanceof HclExpression) {
    throw new InputError(
      `${file}:${found.line}: the expression ${
        found.source
      } makes ${formatHclPath(
        parent,
      )}, so that the profiles cannot be added to it. Write ${formatHclPath(
        attribute,
      )} = {} as a literal, or name its place in mlPlatform.repositories[].layout.profiles`,
    );
  }
  if (parent.length === 0 || found !== undefined) {
    return document.set(attribute, map);
  }
  // `inputs` is an attribute of Terragrunt; all else is a block, which is not ours to make.
  if (parent.length === 1 && parent[0] === 'inputs') {
    return document.set(parent, { [String(attribute[1])]: map });
  }
  throw new InputError(
    `${file} has no ${formatHclPath(
      parent,
    )}, which should hold the profiles. Add it, or name their place in mlPlatform.repositories[].layout.profiles`,
  );
}
