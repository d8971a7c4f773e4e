export { LiveContent } from './LiveContent';
export { LiveNote } from './LiveNote';
export { isForbidden, isNotFound } from './refusal';
export { useLive, type Live } from './useLive';
