import { InputError } from '@backstage/errors';
import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { RepositoryLayout } from '../config';
import { HclDocument, HclValue } from '../hcl';
import { editNodeGroups, NodeGroupEdit } from './editNodeGroups';
import { shownValue, VariableChange } from './editVariables';
import { FurtherVocabulary, furtherVocabularies } from './furtherVocabulary';
import { FurtherCluster, readFurtherCluster } from './readFurtherCluster';
import { furtherEksUnit } from './units';

/** The unit of a further cluster after an edit. */
export interface FurtherEdit {
  after: string;
  changes: VariableChange[];
  before?: FurtherCluster;
  cluster: FurtherCluster;
}

/**
 * The unit of a further cluster: made in our module's words, or brought up to date
 * where it differs, in the words that it has.
 */
export function editFurtherUnit(
  file: string,
  text: string | undefined,
  options: {
    layout: Pick<RepositoryLayout, 'modules'>;
    request: ClusterRequest;
    clusterName: string;
  },
): FurtherEdit {
  const { layout, request, clusterName } = options;
  const start = text ?? furtherEksUnit(layout);
  let document = HclDocument.parse(start, { file });
  const present = readFurtherCluster(document, start);
  const words = furtherVocabularies[present.vocabulary];
  const changes: VariableChange[] = [];
  const wanted = [
    // The name of a cluster that is there is its own business.
    ...(present.clusterName === undefined &&
    document.value(['inputs', words.clusterName]) === undefined
      ? [[words.clusterName, clusterName] as [string, HclValue]]
      : []),
    ...inputsOf(request, words),
    ...addonInputs(request, present, words),
  ];
  for (const [key, value] of wanted) {
    const before = document.value(['inputs', key]);
    const edited = document.set(['inputs', key], value);
    if (edited.toString() !== document.toString()) {
      changes.push({
        key,
        from: before === undefined ? undefined : shownValue(before),
        to: shownValue(value),
      });
      document = edited;
    }
  }
  const groups = editGroups(file, document, { request, present, words });
  const after = groups.document.toString();
  return {
    after,
    changes: [...changes, ...groups.changes],
    ...(text === undefined ? {} : { before: present }),
    cluster: readFurtherCluster(groups.document, after),
  };
}

function editGroups(
  file: string,
  document: HclDocument,
  {
    request,
    present,
    words,
  }: {
    request: ClusterRequest;
    present: FurtherCluster;
    words: FurtherVocabulary;
  },
): NodeGroupEdit<HclDocument> {
  if (!request.nodeGroups) {
    return { document, changes: [], staying: [] };
  }
  if (present.isMapOpaque) {
    throw new InputError(
      `nodeGroups: ${words.groups.map.join(
        '.',
      )} of ${file} is made by an expression. Edit it there, or leave the node groups out of the request`,
    );
  }
  return editNodeGroups(document, {
    place: words.groups,
    present: present.nodeGroups,
    wanted: request.nodeGroups.filter(
      ({ name }) => !present.opaqueGroups.includes(name),
    ),
    keep: [...(request.keep ?? []), ...present.opaqueGroups],
    ray: request.ray ?? true,
  });
}

function inputsOf(
  request: ClusterRequest,
  words: FurtherVocabulary,
): [string, HclValue][] {
  const fields = Object.entries(words.inputs) as [
    keyof ClusterRequest,
    string,
  ][];
  return [
    ...fields.flatMap(([field, input]): [string, HclValue][] => {
      const value = request[field] as HclValue | undefined;
      const isEmpty = Array.isArray(value) && value.length === 0;
      return value === undefined || isEmpty ? [] : [[input, value]];
    }),
    ...(request.kmsKeyArn ? words.kmsKey(request.kmsKeyArn) : []),
  ];
}

/** Add-ons are set when they are others: what the unit says beside them stays else. */
function addonInputs(
  { addons }: ClusterRequest,
  present: FurtherCluster,
  words: FurtherVocabulary,
): [string, HclValue][] {
  const isSame =
    JSON.stringify(addons) === JSON.stringify(present.values.addons);
  return addons?.length && !isSame
    ? [['addons', words.addons.write(addons)]]
    : [];
}
