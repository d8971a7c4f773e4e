export { planTool } from './planTool';
export { toolRuleSet } from './toolRuleSet';
export type { DeclaredTool } from './DeclaredTool';
export type {
  ToolNeed,
  ToolRule,
  ToolRuleContext,
  ToolRuleExample,
} from './ToolRule';
