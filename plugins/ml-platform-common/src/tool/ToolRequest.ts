import type { ToolAnswer } from './ToolDefinition';

/**
 * The tools of the platform, as their units and modules are named.
 *
 * @public
 */
export const TOOL_IDS = [
  'helm-releases',
  'airflow',
  'mlflow',
  'jupyterhub',
  'monitoring',
  'sagemaker',
  'dashboard',
] as const;

/** @public */
export type ToolId = (typeof TOOL_IDS)[number];

/**
 * Whether a tool is added, or one that is there is changed.
 *
 * @public
 */
export const TOOL_INTENTS = ['add', 'change'] as const;

/** @public */
export type ToolIntent = (typeof TOOL_INTENTS)[number];

/**
 * What a person asks for: a tool of the platform in an environment.
 *
 * @public
 */
export interface ToolRequest {
  /** Id in `mlPlatform.repositories`, or a `repoUrl`. */
  repository: string;
  environment: string;
  tool: ToolId;
  /** Default: `add`, which leaves a tool alone that is there and differs. */
  intent?: ToolIntent;
  /**
   * Answers by the names of the tool's description. What is left out stays as it
   * is, or as the module has it; null takes an answer back.
   */
  answers?: { [name: string]: ToolAnswer | null };
  /** Owner in the catalog; default: the requester's. */
  owner?: string;
  description?: string;
  /** The day until which it is needed, `YYYY-MM-DD`. */
  expires?: string;
  reason?: string;
  draft?: boolean;
}
