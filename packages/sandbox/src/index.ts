export { startSandbox } from './startSandbox';
export type { Sandbox, SandboxOptions } from './startSandbox';
export type { Fault } from './faults/Fault';
export type { SeedFiles } from './seed/seedRepositories';
export type { PersonLogin } from './state/people';
