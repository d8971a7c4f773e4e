/** Strings that an element of a policy holds, as far as its text tells. */
export interface Texts {
  /** As they are written; in Terraform code a template keeps its `${...}`. */
  texts: string[];
  /** Where not, others come from variables or resources, which only a plan knows. */
  complete: boolean;
}

/** One statement of an IAM policy, from a JSON file or from Terraform code. */
export interface Statement {
  file: string;
  /** From 1. */
  line: number;
  effect?: string;
  actions: Texts;
  resources: Texts;
  /** Who it is about, as written; a policy with principals belongs to a resource. */
  principal?: string;
  /** As written, with the locals that it names. */
  condition?: string;
  /** `NotAction`, `NotResource`, `NotPrincipal`, where it has them. */
  negations: string[];
}

export const NEGATIONS = ['NotAction', 'NotResource', 'NotPrincipal'];
