export { LiveContent } from './LiveContent';
export { LiveNote } from './LiveNote';
export { isForbidden, isNotFound } from './refusal';
export { INVENTORY_CHANNEL, useLive, type Live } from './useLive';
