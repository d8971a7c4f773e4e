import { ToolId } from './ToolRequest';

/**
 * What a person answers about a tool.
 *
 * @public
 */
export type ToolAnswer =
  | string
  | number
  | boolean
  | string[]
  | { [key: string]: string };

/**
 * The rules that answers go by; see `toolAnswerProblem`.
 *
 * @public
 */
export type ToolAnswerRule =
  | 'arn'
  | 'bucket-arn'
  | 'bucket-name'
  | 'certificate'
  | 'cidr'
  | 'database-class'
  | 'database-name'
  | 'domain'
  | 'duration'
  | 'git-url'
  | 'image'
  | 'image-repository'
  | 'key'
  | 'name'
  | 'namespace'
  | 'path'
  | 'quantity'
  | 'secret-name'
  | 'subnet-id'
  | 'text'
  | 'version'
  | 'vpc-id';

/**
 * One thing that is asked about a tool: an input of its module that has no good
 * default, or one that some want otherwise.
 *
 * @public
 */
export interface ToolInput {
  /** Key in the request's `answers`. */
  name: string;
  /** Input of the module. */
  variable: string;
  /**
   * `texts` is a list of texts, `map` an object of texts, `lists` an object of
   * lists of texts, which is answered by an object of texts with commas.
   */
  type: 'text' | 'number' | 'flag' | 'texts' | 'map' | 'lists';
  title: string;
  help: string;
  placeholder?: string;
  /** Of each text in a list, and of each value of a map. */
  rule?: ToolAnswerRule;
  /** Least and greatest value of a number. */
  range?: [number, number];
  /** A text, or each text in a list, is one of these. */
  choices?: string[];
  /** It has to be answered. */
  required?: boolean;
  /** What the unit says without an answer. */
  initial?: ToolAnswer;
  /** What the module does without an answer, in words or as it would be written. */
  otherwise?: string;
  /** The answer is the name of a secret in Secrets Manager; this is what the secret holds. */
  secret?: string;
}

/**
 * An output of another unit that a tool's module takes.
 *
 * @public
 */
export interface ToolWire {
  /** Input of the module. */
  variable: string;
  /** Output of the other unit. */
  output: string;
}

/**
 * Another unit that a tool needs.
 *
 * @public
 */
export interface ToolDependency {
  /** Label of the `dependency` block. */
  name: string;
  /** What it is, in words: `an EKS cluster`. */
  what: string;
  /** The unit of the cluster, of the network, or of another tool. */
  unit: 'cluster' | 'network' | ToolId;
  /** Without the unit the inputs are null. */
  optional?: boolean;
  /** What the tool cannot do without an optional one. */
  without?: string;
  wires: ToolWire[];
  /** Outputs to plan with before the other unit is applied. */
  mocks: { [output: string]: string | string[] };
}

/**
 * What is known of a platform tool: its module's contract, as far as people and
 * units have to do with it.
 *
 * @public
 */
export interface ToolDefinition {
  id: ToolId;
  title: string;
  /** One sentence. */
  description: string;
  /** Path of the module below the folder of modules. */
  module: string;
  /** The module uses the providers of Kubernetes and Helm, which `kubernetes.hcl` makes. */
  kubernetes: boolean;
  inputs: ToolInput[];
  /** Inputs that follow from the environment's variables, as expressions of HCL. */
  environment: { [variable: string]: string };
  dependencies: ToolDependency[];
  /** At least one of these has to be answered. */
  oneOf?: { names: string[]; message: string }[];
  /** Both are answered, or neither is. */
  together?: [string, string][];
  /** What is there after apply. `{answer}` stands for an answer, `{prefix}` for the prefix of names. */
  creates: string[];
  /** Data that is lost when it is destroyed, and how it is kept. */
  dataLost: string[];
  /** What has to be done by hand before the unit can be destroyed. */
  beforeDestroy?: string[];
  /** What people do after the merge. */
  afterMerge?: string[];
}
