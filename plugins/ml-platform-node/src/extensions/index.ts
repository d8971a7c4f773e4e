export * from './collectorsExtensionPoint';
