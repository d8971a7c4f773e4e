import { FleetAccount } from './types';

/** Those that the environments of `acme`'s repositories name. */
export const DEV_ACCOUNT: FleetAccount = {
  id: '111122223333',
  name: 'acme-mlops-dev',
  region: 'eu-west-2',
};
export const PROD_ACCOUNT: FleetAccount = {
  id: '444455556666',
  name: 'acme-mlops-prod',
  region: 'eu-west-2',
};
export const RESEARCH_ACCOUNT: FleetAccount = {
  id: '222233334444',
  name: 'acme-research',
  region: 'eu-central-1',
};

export const FLEET_ACCOUNTS: FleetAccount[] = [
  DEV_ACCOUNT,
  PROD_ACCOUNT,
  RESEARCH_ACCOUNT,
];
