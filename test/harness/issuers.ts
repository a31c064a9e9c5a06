/** Who issues the tokens of tests. */
export { openDevelopmentIssuer } from '../../gateway/src/identity/development-issuer';
export { TestIssuer } from '../../gateway/src/identity/issuer.testkit';
