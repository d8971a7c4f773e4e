/** Away from the ports of `npm start`. */
export const ports = { backend: 27007, sandbox: 27100 };

export const sandboxUrl = `http://localhost:${ports.sandbox}`;
