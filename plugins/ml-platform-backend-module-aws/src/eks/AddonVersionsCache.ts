import { Due } from '../concurrency';
import { AddonVersionFacts, mapAddonVersions } from './addonVersions';
import { EksApi } from './EksApi';

const INTERVAL_MS = 12 * 3_600_000;
const RETRY_MS = 5 * 60_000;

interface Entry {
  due: Due;
  asking?: Promise<Map<string, AddonVersionFacts>>;
  facts?: Map<string, AddonVersionFacts>;
  error?: unknown;
}

/**
 * What add-ons EKS offers, by region and version of Kubernetes: asked for twice a
 * day, whatever the number of clusters and accounts.
 */
export class AddonVersionsCache {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly now: () => number) {}

  /**
   * @returns the last that is known
   * @throws AwsCallError while nothing is known
   */
  async of(
    region: string,
    kubernetesVersion: string,
    api: EksApi,
  ): Promise<Map<string, AddonVersionFacts>> {
    const key = `${region} ${kubernetesVersion}`;
    const entry = this.#entries.get(key) ?? { due: new Due(INTERVAL_MS) };
    this.#entries.set(key, entry);
    if (entry.due.isDue(this.now())) {
      entry.asking ??= this.#ask(entry, kubernetesVersion, api);
      await entry.asking.catch(() => {});
    }
    if (!entry.facts) {
      throw entry.error;
    }
    return entry.facts;
  }

  async #ask(
    entry: Entry,
    kubernetesVersion: string,
    api: EksApi,
  ): Promise<Map<string, AddonVersionFacts>> {
    try {
      const facts = mapAddonVersions(
        await api.describeAddonVersions(kubernetesVersion),
        kubernetesVersion,
      );
      entry.facts = facts;
      entry.due.done(this.now());
      return facts;
    } catch (error) {
      entry.error = error;
      entry.due.failed(this.now(), RETRY_MS);
      throw error;
    } finally {
      entry.asking = undefined;
    }
  }
}
