import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { composeAddresses } from '../local/addresses.js';
import { resolvePorts } from '../local/bootstrap/port-table.mjs';
import { serviceEnvironment } from '../local/service-environment.js';
import { SERVICE_NAMES, type ServiceName } from '../local/service-table.js';
import { DOCKERFILE_PATH, type ComposeProject, type ComposeService } from './compose-file.js';

/** A rule names what is wrong, one line each; nothing if all is well. */
export type ComposeRule = (project: ComposeProject) => string[];

/** The local stack decides these; a container has an answer of its own or needs none. */
const LOCAL_ONLY = new Set(['SERVICE_HOST', 'ACCOUNTS_FILE']);

const each = (
  { compose }: ComposeProject,
  judge: (name: string, service: ComposeService) => (string | undefined)[],
): string[] => Object.entries(compose.services).flatMap(([name, service]) => judge(name, service).filter(isProblem));

const isProblem = (line: string | undefined): line is string => line !== undefined;

/** What is started after what exists, and what is waited for can be known. */
export const dependencies: ComposeRule = (project) =>
  each(project, (name, { depends_on: others = {} }) =>
    Object.entries(others).map(([other, { condition }]) => {
      const target = project.compose.services[other];
      if (!target) return `${name} depends on ${other}, which does not exist`;
      if (condition === 'service_healthy' && !hasHealthcheck(project, target))
        return `${name} waits until ${other} is healthy, but ${other} has no health check`;
      if (condition === 'service_completed_successfully' && target.restart !== 'no')
        return `${name} waits until ${other} has ended, but ${other} is started again for ever`;
      return undefined;
    }),
  );

function hasHealthcheck({ dockerfile }: ComposeProject, { healthcheck, build }: ComposeService): boolean {
  if (healthcheck) return healthcheck.disable !== true && healthcheck.test !== undefined;
  return build !== undefined && /^HEALTHCHECK /m.test(dockerfile);
}

/** Named volumes are declared and used; files that are mounted exist. */
export const volumes: ComposeRule = (project) => {
  const declared = Object.keys(project.compose.volumes ?? {});
  const used = new Set<string>();
  const problems = each(project, (name, { volumes: mounts = [] }) =>
    mounts.map((mount) => {
      const source = mount.split(':')[0]!;
      used.add(source);
      if (source.startsWith('.'))
        return existsSync(join(project.root, source)) ? undefined : `${name} mounts ${source}, which does not exist`;
      return declared.includes(source) ? undefined : `${name} uses the volume ${source}, which is not declared`;
    }),
  );
  const unused = declared.filter((volume) => !used.has(volume)).map((volume) => `nobody uses the volume ${volume}`);
  return [...problems, ...unused];
};

/** Images come from a Dockerfile that exists, or are pinned to a version. */
export const images: ComposeRule = (project) =>
  each(project, (name, { image, build }) => {
    if (!build) return [image && /:[\w.-]*\d[\w.-]*$/.test(image) ? undefined : `${name} has no image with a version`];
    const { context = '.', dockerfile = 'Dockerfile', target } = build;
    return [
      existsSync(join(project.root, context, dockerfile))
        ? undefined
        : `${name} is built from ${dockerfile}, which does not exist`,
      target === undefined || stages(project.dockerfile).includes(target)
        ? undefined
        : `${name} wants the stage ${target}, which does not exist`,
    ];
  });

const stages = (dockerfile: string): string[] =>
  [...dockerfile.matchAll(/^FROM .+ AS (\S+)$/gim)].map((match) => match[1]!);

/** A port of this machine goes to one container only. */
export const publishedPorts: ComposeRule = (project) => {
  const owners = new Map<string, string>();
  return each(project, (name, { ports = [] }) =>
    ports.map((mapping) => {
      const published = mapping.split(':').at(-2) ?? mapping;
      const owner = owners.get(published);
      owners.set(published, name);
      return owner === undefined ? undefined : `${name} publishes port ${published}, which ${owner} publishes already`;
    }),
  );
};

/** Every service of the product runs, as itself. */
export const productServices: ComposeRule = ({ compose }) =>
  SERVICE_NAMES.flatMap((name) => {
    const service = compose.services[name];
    if (!service) return [`the service ${name} is missing`];
    const built = service.build?.args?.['SERVICE'];
    return built === name ? [] : [`${name} is built with SERVICE=${built ?? '(nothing)'}`];
  });

/** Every service is told what the local stack tells it; there is one list of what a service needs. */
export const environments: ComposeRule = ({ compose }) => {
  const addresses = composeAddresses(resolvePorts({}), {});
  const required = (name: ServiceName): string[] =>
    Object.keys(serviceEnvironment(name, addresses, '', {})).filter((variable) => !LOCAL_ONLY.has(variable));
  const present = SERVICE_NAMES.filter((name) => compose.services[name]);
  return present.flatMap((name) => {
    const environment = compose.services[name]?.environment ?? {};
    return required(name)
      .filter((variable) => `${environment[variable] ?? ''}` === '')
      .map((variable) => `${name} lacks the variable ${variable}`);
  });
};

/** An address names a container and, for our own services, the port it listens on. */
export const addresses: ComposeRule = (project) => {
  const { services } = project.compose;
  const wrong = (name: string, url: string): string | undefined => {
    const { hostname, port } = new URL(url);
    const target = services[hostname];
    if (!target) return `${name} is sent to ${hostname}, which does not exist`;
    const listens = target.environment?.['SERVICE_PORT'];
    return listens === undefined || String(listens) === port
      ? undefined
      : `${name} is sent to ${hostname}:${port}, which listens on ${listens}`;
  };
  return each(project, (name, { environment = {} }) => {
    const { DATABASE_URL, TEMPORAL_ADDRESS, KAFKA_BROKERS, JWKS_URL, SERVICE_URLS } = environment;
    const behind = SERVICE_URLS ? Object.values(JSON.parse(`${SERVICE_URLS}`) as Record<string, string>) : [];
    const hosts = `${KAFKA_BROKERS ?? ''},${TEMPORAL_ADDRESS ?? ''}`.split(',').filter(Boolean);
    const urls = [DATABASE_URL, JWKS_URL, ...behind].filter(Boolean).map(String);
    return [...urls, ...hosts.map((host) => `tcp://${host}`)].map((url) => wrong(name, url));
  });
};

/** The gateway knows the way to every other service. */
export const gatewayRoutes: ComposeRule = ({ compose }) => {
  const routes = JSON.parse(`${compose.services['gateway']?.environment?.['SERVICE_URLS'] ?? '{}'}`) as object;
  const others = SERVICE_NAMES.filter((name) => name !== 'gateway');
  return others.filter((name) => !(name in routes)).map((name) => `the gateway has no address of ${name}`);
};

/** What the Dockerfile copies exists; the result has a health check and does not run as root. */
export const dockerfile: ComposeRule = ({ root, dockerfile: text }) => {
  const copies = [...text.matchAll(/^COPY (?!.*--from)(.+)$/gm)].flatMap((match) =>
    match[1]!.split(/\s+/).slice(0, -1),
  );
  const missing = copies.filter((source) => !source.startsWith('--') && !existsSync(join(root, source)));
  const last = text.slice(text.lastIndexOf('\nFROM '));
  const user = /^USER (\S+)$/m.exec(last)?.[1];
  return [
    ...missing.map((source) => `${DOCKERFILE_PATH} copies ${source}, which does not exist`),
    ...(/^HEALTHCHECK /m.test(last) ? [] : [`${DOCKERFILE_PATH} has no HEALTHCHECK`]),
    ...(user === undefined || user === 'root' || user === '0' ? [`${DOCKERFILE_PATH} runs as root`] : []),
    ...(/^ARG SERVICE\b/m.test(last) ? [] : [`${DOCKERFILE_PATH} does not take SERVICE`]),
  ];
};

export const COMPOSE_RULES: readonly ComposeRule[] = [
  dependencies,
  volumes,
  images,
  publishedPorts,
  productServices,
  environments,
  addresses,
  gatewayRoutes,
  dockerfile,
];
