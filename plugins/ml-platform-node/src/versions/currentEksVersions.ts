import {
  VersionCatalog,
  shippedVersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import { EksVersionCatalogService } from './EksVersionCatalogService';

/** Somebody waits for a plan: AWS is asked again the next time. */
const PATIENCE_MS = 3_000;

/**
 * The versions to plan with: those of AWS, or the table that is shipped when AWS does
 * not answer in time. Its `asOf` tells how old it is.
 *
 * @public
 */
export async function currentEksVersions(
  service: EksVersionCatalogService,
  options: { patienceMs?: number } = {},
): Promise<VersionCatalog> {
  try {
    const { catalog } = await service.current({
      signal: AbortSignal.timeout(options.patienceMs ?? PATIENCE_MS),
    });
    return catalog;
  } catch {
    return shippedVersionCatalog;
  }
}
