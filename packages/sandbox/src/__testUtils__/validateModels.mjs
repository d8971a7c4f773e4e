// Validates objects by the schemas of `kubernetes-models`, which are ES modules only:
// reads [{ kind, object }] as JSON, writes a list of problems for each.
import { readFileSync } from 'node:fs';

const APIMACHINERY =
  '@kubernetes-models/apimachinery/_schemas/IoK8sApimachineryPkgApisMetaV1';
const BUILT_IN = 'kubernetes-models/_schemas/IoK8sApi';

const MODULES = {
  Namespace: `${BUILT_IN}CoreV1Namespace`,
  Node: `${BUILT_IN}CoreV1Node`,
  Pod: `${BUILT_IN}CoreV1Pod`,
  PodTemplateSpec: `${BUILT_IN}CoreV1PodTemplateSpec`,
  DeviceClass: `${BUILT_IN}ResourceV1DeviceClass`,
  ResourceClaim: `${BUILT_IN}ResourceV1ResourceClaim`,
  ResourceSlice: `${BUILT_IN}ResourceV1ResourceSlice`,
  SelfSubjectAccessReview: `${BUILT_IN}AuthorizationV1SelfSubjectAccessReview`,
  Status: `${APIMACHINERY}Status`,
  APIGroupList: `${APIMACHINERY}APIGroupList`,
  APIResourceList: `${APIMACHINERY}APIResourceList`,
};

const validators = new Map();

/** Karpenter's package keeps its schemas to itself, and checks through its classes. */
async function nodePoolValidator() {
  const { NodePool } = await import(
    '@kubernetes-models/karpenter/karpenter.sh/v1'
  );
  const validate = object => {
    validate.errors = undefined;
    try {
      new NodePool(object).validate();
    } catch (error) {
      validate.errors = [{ instancePath: '', message: error.message }];
    }
  };
  return validate;
}

async function validatorOf(kind) {
  if (kind === 'NodePool') return nodePoolValidator();
  if (!MODULES[kind]) throw new Error(`no schema of ${kind}`);
  if (!validators.has(kind)) {
    const { validate } = await import(MODULES[kind]);
    validators.set(kind, validate);
  }
  return validators.get(kind);
}

const results = [];
for (const { kind, object } of JSON.parse(readFileSync(0, 'utf8'))) {
  const validate = await validatorOf(kind);
  validate(object);
  results.push(
    (validate.errors ?? []).map(
      error => `${error.instancePath} ${error.message ?? error.keyword}`,
    ),
  );
}
process.stdout.write(JSON.stringify(results));
