import { DeprecationDetail, Insight } from '@aws-sdk/client-eks';
import {
  DeprecatedApi,
  UpgradeInsight,
} from '@ml-platform/plugin-ml-platform-common';
import { defined, isoOf, sortedRecord, sortedTexts } from '../mapping/shapes';

/** An insight may concern thousands of objects: the first tell what it is about. */
const MOST_RESOURCES = 20;
const MOST_CALLERS = 10;

/** What only DescribeInsight has of an insight. */
export function insightDetails(
  details: Insight | undefined,
): Pick<
  UpgradeInsight,
  'recommendation' | 'deprecations' | 'addons' | 'resources' | 'links'
> {
  const { additionalInfo, categorySpecificSummary: summary } = details ?? {};
  return defined({
    recommendation: details?.recommendation,
    deprecations: filled(
      summary?.deprecationDetails?.flatMap(
        deprecation => deprecatedApi(deprecation) ?? [],
      ),
    ),
    addons: filled(
      summary?.addonCompatibilityDetails?.flatMap(
        ({ name, compatibleVersions = [] }) =>
          name ? [{ name, compatibleVersions }] : [],
      ),
    ),
    resources: filled(
      sortedTexts(
        details?.resources?.map(
          ({ arn, kubernetesResourceUri }) => arn ?? kubernetesResourceUri,
        ),
      ).slice(0, MOST_RESOURCES),
    ),
    links:
      additionalInfo && Object.keys(additionalInfo).length > 0
        ? sortedRecord(additionalInfo)
        : undefined,
  });
}

function deprecatedApi(detail: DeprecationDetail): DeprecatedApi | undefined {
  if (!detail.usage) {
    return undefined;
  }
  return defined<DeprecatedApi>({
    api: detail.usage,
    replacedBy: detail.replacedWith,
    removedIn: detail.stopServingVersion,
    callers: (detail.clientStats ?? [])
      .flatMap(({ userAgent, numberOfRequestsLast30Days, lastRequestTime }) =>
        userAgent
          ? [
              defined({
                userAgent,
                requestsIn30Days: numberOfRequestsLast30Days,
                lastAt: isoOf(lastRequestTime),
              }),
            ]
          : [],
      )
      .sort(
        (one, other) =>
          (other.requestsIn30Days ?? 0) - (one.requestsIn30Days ?? 0),
      )
      .slice(0, MOST_CALLERS),
  });
}

function filled<Item>(list: Item[] | undefined): Item[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
