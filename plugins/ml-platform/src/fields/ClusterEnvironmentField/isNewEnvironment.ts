/** Whether the form asks for a new environment. */
export function isNewEnvironment(
  formData: unknown,
  options: { intentField?: string } = {},
): boolean {
  const values = (formData ?? {}) as Record<string, unknown>;
  return values[options.intentField ?? 'intent'] === 'new-environment';
}
