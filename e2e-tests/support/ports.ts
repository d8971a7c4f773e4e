/** Away from the ports of `npm start`; other ones let two runs stand side by side. */
export const ports = {
  backend: Number(process.env.E2E_BACKEND_PORT ?? 27007),
  sandbox: Number(process.env.E2E_SANDBOX_PORT ?? 27100),
};

export const sandboxUrl = `http://localhost:${ports.sandbox}`;
