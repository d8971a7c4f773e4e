export { domainProblem, textsOf, toolAnswerProblem } from './answerRules';
export {
  answerProblems,
  findToolRequestProblems,
  parseToolRequest,
  toolRequestSchema,
} from './parseToolRequest';
export {
  createSecretCommand,
  looksLikeSecret,
  secretNameProblem,
} from './secretName';
export { findToolInput, toolDefinition, toolDefinitions } from './tools';
export { TOOL_IDS, TOOL_INTENTS } from './ToolRequest';
export type { ToolId, ToolIntent, ToolRequest } from './ToolRequest';
export type {
  ToolAnswer,
  ToolAnswerRule,
  ToolDefinition,
  ToolDependency,
  ToolInput,
  ToolWire,
} from './ToolDefinition';
