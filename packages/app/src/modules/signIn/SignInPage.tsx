import { ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { personaOfThisTab } from './persona';

/** Signs in without a click, as the persona of this browser tab. */
export const SignInPage = (props: SignInPageProps) => (
  <ProxiedSignInPage
    {...props}
    provider="persona"
    headers={() => ({
      'x-persona': personaOfThisTab(window.location, window.sessionStorage),
    })}
  />
);
