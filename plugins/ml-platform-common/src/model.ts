/** What the HTTP API gives of the inventory; its description is made of these types. */
export * from './health';
export * from './inventory';
