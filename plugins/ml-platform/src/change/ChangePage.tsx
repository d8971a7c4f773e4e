import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Flex,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import type {
  DeclaredReference,
  DeclaredValues,
} from '@ml-platform/plugin-ml-platform-common';
import { Route, Routes, useParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { describeError, mlPlatformApiRef } from '../api';
import { KIND_TITLES } from '../declared/declaredQuery';
import { templateLink } from '../declared/templateLinks';
import { PageContent } from '../page';
import { presentValues } from './presentValues';

/** The pages `<kind>/<repository>/<environment>/<name>` below the extension's path. */
export function ChangePage() {
  return (
    <Routes>
      <Route
        path=":kind/:repository/:environment/:name"
        element={<ChangeOne />}
      />
      <Route path="*" element={<NothingNamed />} />
    </Routes>
  );
}

/** What a thing is declared with now, and the way to the form that has these values. */
function ChangeOne() {
  const reference = useParams() as unknown as DeclaredReference;
  const api = useApi(mlPlatformApiRef);
  const { kind, repository, environment, name } = reference;
  const { value, error, loading, retry } = useAsyncRetry(
    () => api.getDeclared({ kind, repository, environment, name }),
    [api, kind, repository, environment, name],
  );
  return (
    <PageContent>
      <Flex direction="column" gap="4" py="4" style={{ maxWidth: 860 }}>
        <Text as="h2" variant="title-small" weight="bold">
          Change {name} in {environment}
        </Text>
        {loading && (
          <div role="status">
            <Text color="secondary">Reading the present values…</Text>
            <Skeleton width="100%" height={160} />
          </div>
        )}
        {error && !loading && (
          <Alert
            role="alert"
            status="danger"
            icon
            title="The present values could not be read"
            description={describeError(error)}
            customActions={
              <Flex gap="2">
                <Button variant="secondary" size="small" onPress={retry}>
                  Try again
                </Button>
                <ButtonLink
                  variant="tertiary"
                  size="small"
                  href="/ml-platform/declared"
                >
                  What is declared
                </ButtonLink>
              </Flex>
            }
          />
        )}
        {value && !loading && !error && <Present values={value} />}
      </Flex>
    </PageContent>
  );
}

function Present({ values }: { values: DeclaredValues }) {
  const { thing, base, unshown, formData, template } = values;
  const kept = unshown.filter(one => one.kept);
  const replaced = unshown.filter(one => !one.kept);
  return (
    <>
      <Text as="p">
        {KIND_TITLES[thing.kind]} {thing.name} is declared in{' '}
        <Link href={thing.fileUrl} target="_blank">
          {thing.file}
          {thing.line ? `, line ${thing.line}` : ''}
        </Link>{' '}
        (commit {base.commit.slice(0, 7)} of {base.branch}). The form opens with
        these values; the pull request shows only what you change.
      </Text>
      {thing.pullRequest && (
        <Alert
          status="warning"
          icon
          title={`Pull request #${thing.pullRequest.number} is open for it`}
          description={`"${thing.pullRequest.title}" is not part of the values here. Yours is continued; with that of somebody else, or of another kind of change, the form stops at its end.`}
          customActions={
            <ButtonLink
              variant="secondary"
              size="small"
              href={thing.pullRequest.url}
              target="_blank"
            >
              Look at it
            </ButtonLink>
          }
        />
      )}
      {replaced.length > 0 && (
        <Alert
          status="warning"
          icon
          title="The form asks for a value in place of these expressions"
          description={<Expressions values={replaced} />}
        />
      )}
      {kept.length > 0 && (
        <Alert
          status="info"
          icon
          title="The form does not show these; they stay as they are"
          description={<Expressions values={kept} />}
        />
      )}
      <Card>
        <CardHeader>
          <Text weight="bold">Present values</Text>
        </CardHeader>
        <CardBody>
          <Values formData={formData} />
        </CardBody>
      </Card>
      <Flex gap="3">
        <ButtonLink variant="primary" href={templateLink(template, formData)}>
          Open the form
        </ButtonLink>
        <ButtonLink variant="tertiary" href="/ml-platform/declared">
          Back to what is declared
        </ButtonLink>
      </Flex>
    </>
  );
}

function Expressions({ values }: { values: DeclaredValues['unshown'] }) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
      {values.map(({ attribute, source, line }) => (
        <li key={attribute}>
          <code>{attribute}</code> = <code>{source}</code>
          {line ? ` (line ${line})` : ''}
        </li>
      ))}
    </ul>
  );
}

/** The values in the order of the form, each list on one line. */
function Values({ formData }: { formData: DeclaredValues['formData'] }) {
  const rows = presentValues(formData);
  return (
    <dl
      style={{
        display: 'grid',
        gridTemplateColumns: 'minmax(140px, max-content) 1fr',
        gap: '4px 24px',
        margin: 0,
      }}
    >
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>
            <Text color="secondary">{name}</Text>
          </dt>
          <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>
            <Text>{value}</Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NothingNamed() {
  return (
    <PageContent>
      <Flex direction="column" gap="3" py="4" align="start">
        <Text>
          The address of a change is /ml-platform/change, kind, repository,
          environment and name.
        </Text>
        <ButtonLink variant="secondary" href="/ml-platform/declared">
          Choose from what is declared
        </ButtonLink>
      </Flex>
    </PageContent>
  );
}
