import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  HealthLimits,
  defaultHealthLimits,
} from '@ml-platform/plugin-ml-platform-common';
import { OwnershipRules, readOwnership } from './ownership';

/** `mlPlatform.collectors` and `mlPlatform.ownership`. */
export interface InventoryConfig {
  /** Whether this backend collects; a replica may only answer. */
  collects: boolean;
  limits: HealthLimits;
  /** Days that transitions of health are kept. */
  historyDays: number;
  ownership: OwnershipRules;
}

/**
 * Reads the inventory's configuration.
 *
 * @throws InputError naming the key of a number that is not positive
 */
export function readInventoryConfig(config: Config): InventoryConfig {
  const collectors = config.getOptionalConfig('mlPlatform.collectors');
  const positive = (key: string, otherwise: number) => {
    const value = collectors?.getOptionalNumber(key) ?? otherwise;
    if (!(value > 0)) {
      throw new InputError(
        `mlPlatform.collectors.${key} is ${value}; give a number greater than 0, or leave it out for ${otherwise}`,
      );
    }
    return value;
  };
  const limits = defaultHealthLimits;
  return {
    collects: collectors?.getOptionalBoolean('enabled') ?? true,
    limits: {
      progressingMinutes: positive(
        'limits.progressingMinutes',
        limits.progressingMinutes,
      ),
      staleIntervals: positive('limits.staleIntervals', limits.staleIntervals),
      pendingAcceleratorMinutes: positive(
        'limits.pendingAcceleratorMinutes',
        limits.pendingAcceleratorMinutes,
      ),
      versionSupportDays: positive(
        'limits.versionSupportDays',
        limits.versionSupportDays,
      ),
    },
    historyDays: positive('historyDays', 30),
    ownership: readOwnership(config),
  };
}
