import {
  Addon,
  AddonInfo,
  Cluster,
  ClusterVersionInformation,
  DescribeAddonCommand,
  DescribeAddonVersionsCommand,
  DescribeClusterCommand,
  DescribeClusterVersionsCommand,
  DescribeInsightCommand,
  DescribeNodegroupCommand,
  DescribeUpdateCommand,
  Insight,
  InsightSummary,
  ListAddonsCommand,
  ListClustersCommand,
  ListInsightsCommand,
  ListNodegroupsCommand,
  ListUpdatesCommand,
  Nodegroup,
  Update,
} from '@aws-sdk/client-eks';
import { AwsConnection, collectPages } from '../client';

/** The most that a page of EKS holds. */
const PAGE = 100;

/** The reads of EKS that are needed, each list to its last page. */
export class EksApi {
  constructor(
    private readonly connection: AwsConnection,
    private readonly signal: AbortSignal,
  ) {}

  /** Names of all clusters, those that are only registered with EKS included. */
  listClusters(): Promise<string[]> {
    return collectPages(
      nextToken =>
        this.connection.call('eks:ListClusters', this.signal, options =>
          this.connection.eks.send(
            new ListClustersCommand({
              include: ['all'],
              maxResults: PAGE,
              nextToken,
            }),
            options,
          ),
        ),
      page => ({ items: page.clusters, token: page.nextToken }),
    );
  }

  async describeCluster(name: string): Promise<Cluster> {
    const { cluster } = await this.connection.call(
      'eks:DescribeCluster',
      this.signal,
      options =>
        this.connection.eks.send(new DescribeClusterCommand({ name }), options),
    );
    return cluster ?? {};
  }

  listNodegroups(clusterName: string): Promise<string[]> {
    return collectPages(
      nextToken =>
        this.connection.call('eks:ListNodegroups', this.signal, options =>
          this.connection.eks.send(
            new ListNodegroupsCommand({
              clusterName,
              maxResults: PAGE,
              nextToken,
            }),
            options,
          ),
        ),
      page => ({ items: page.nodegroups, token: page.nextToken }),
    );
  }

  async describeNodegroup(
    clusterName: string,
    nodegroupName: string,
  ): Promise<Nodegroup> {
    const { nodegroup } = await this.connection.call(
      'eks:DescribeNodegroup',
      this.signal,
      options =>
        this.connection.eks.send(
          new DescribeNodegroupCommand({ clusterName, nodegroupName }),
          options,
        ),
    );
    return nodegroup ?? {};
  }

  listAddons(clusterName: string): Promise<string[]> {
    return collectPages(
      nextToken =>
        this.connection.call('eks:ListAddons', this.signal, options =>
          this.connection.eks.send(
            new ListAddonsCommand({ clusterName, maxResults: PAGE, nextToken }),
            options,
          ),
        ),
      page => ({ items: page.addons, token: page.nextToken }),
    );
  }

  async describeAddon(clusterName: string, addonName: string): Promise<Addon> {
    const { addon } = await this.connection.call(
      'eks:DescribeAddon',
      this.signal,
      options =>
        this.connection.eks.send(
          new DescribeAddonCommand({ clusterName, addonName }),
          options,
        ),
    );
    return addon ?? {};
  }

  describeAddonVersions(kubernetesVersion: string): Promise<AddonInfo[]> {
    return collectPages(
      nextToken =>
        this.connection.call(
          'eks:DescribeAddonVersions',
          this.signal,
          options =>
            this.connection.eks.send(
              new DescribeAddonVersionsCommand({
                kubernetesVersion,
                maxResults: PAGE,
                nextToken,
              }),
              options,
            ),
        ),
      page => ({ items: page.addons, token: page.nextToken }),
    );
  }

  listInsights(clusterName: string): Promise<InsightSummary[]> {
    return collectPages(
      nextToken =>
        this.connection.call('eks:ListInsights', this.signal, options =>
          this.connection.eks.send(
            new ListInsightsCommand({
              clusterName,
              maxResults: PAGE,
              nextToken,
            }),
            options,
          ),
        ),
      page => ({ items: page.insights, token: page.nextToken }),
    );
  }

  async describeInsight(clusterName: string, id: string): Promise<Insight> {
    const { insight } = await this.connection.call(
      'eks:DescribeInsight',
      this.signal,
      options =>
        this.connection.eks.send(
          new DescribeInsightCommand({ clusterName, id }),
          options,
        ),
    );
    return insight ?? {};
  }

  listUpdates(name: string, nodegroupName?: string): Promise<string[]> {
    return collectPages(
      nextToken =>
        this.connection.call('eks:ListUpdates', this.signal, options =>
          this.connection.eks.send(
            new ListUpdatesCommand({
              name,
              nodegroupName,
              maxResults: PAGE,
              nextToken,
            }),
            options,
          ),
        ),
      page => ({ items: page.updateIds, token: page.nextToken }),
    );
  }

  async describeUpdate(
    name: string,
    updateId: string,
    nodegroupName?: string,
  ): Promise<Update> {
    const { update } = await this.connection.call(
      'eks:DescribeUpdate',
      this.signal,
      options =>
        this.connection.eks.send(
          new DescribeUpdateCommand({ name, updateId, nodegroupName }),
          options,
        ),
    );
    return update ?? {};
  }

  /** Versions out of support included: there are clusters of them. */
  describeClusterVersions(): Promise<ClusterVersionInformation[]> {
    return collectPages(
      nextToken =>
        this.connection.call(
          'eks:DescribeClusterVersions',
          this.signal,
          options =>
            this.connection.eks.send(
              new DescribeClusterVersionsCommand({
                includeAll: true,
                maxResults: PAGE,
                nextToken,
              }),
              options,
            ),
        ),
      page => ({ items: page.clusterVersions, token: page.nextToken }),
    );
  }
}
