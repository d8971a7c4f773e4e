import {
  RayService,
  RayServiceSide,
  ServeApplication,
} from '@ml-platform/plugin-ml-platform-common';
import { RawRayObject, projectRayResource } from './rayShared';
import { defined, words } from './shared';

interface RawSide {
  rayClusterName?: string;
  trafficRoutedPercent?: number;
  applicationStatuses?: Record<
    string,
    {
      status?: string;
      message?: string;
      serveDeploymentStatuses?: Record<
        string,
        { status?: string; message?: string }
      >;
    }
  >;
}

/** What is read of a RayService (ray.io/v1). */
export interface RawRayService extends RawRayObject {
  spec?: { suspend?: boolean };
  status?: RawRayObject['status'] & {
    numServeEndpoints?: number;
    activeServiceStatus?: RawSide;
    pendingServiceStatus?: RawSide;
  };
}

export function projectRayService(
  service: RawRayService,
  clusterArn: string,
): RayService {
  const { spec = {}, status = {} } = service;
  return defined<RayService>({
    ...projectRayResource(service, clusterArn),
    suspend: spec.suspend ?? false,
    serveEndpoints: status.numServeEndpoints ?? 0,
    active: projectSide(status.activeServiceStatus),
    pending: projectSide(status.pendingServiceStatus),
  });
}

/** A side without a cluster is not there: the operator writes it as an empty object. */
function projectSide(side: RawSide | undefined): RayServiceSide | undefined {
  return side?.rayClusterName
    ? defined<RayServiceSide>({
        rayClusterName: side.rayClusterName,
        applications: projectApplications(side.applicationStatuses),
        trafficPercent: side.trafficRoutedPercent,
      })
    : undefined;
}

/** Maps by name become lists in the order of names, whatever order they came in. */
function projectApplications(
  applications: RawSide['applicationStatuses'],
): ServeApplication[] {
  return byName(applications).map(([name, application]) =>
    defined<ServeApplication>({
      name,
      status: application.status ?? '',
      message: words(application.message),
      deployments: byName(application.serveDeploymentStatuses).map(
        ([deployment, { status, message }]) =>
          defined({
            name: deployment,
            status: status ?? '',
            message: words(message),
          }),
      ),
    }),
  );
}

function byName<Value>(
  map: Record<string, Value> | undefined,
): [string, Value][] {
  return Object.entries(map ?? {}).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
}
