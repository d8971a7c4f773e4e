export {
  emailDomain,
  emailProblem,
  profileIamNames,
  profileUsernameRule,
  suggestUsername,
} from './names';
export type { ProfileIamNames } from './names';
export {
  findProfileRequestProblems,
  parseProfileRequest,
  profileRequestSchema,
} from './parseProfileRequest';
export { PROFILE_ROLES } from './ProfileRequest';
export type { ProfileRequest, ProfileRole } from './ProfileRequest';
