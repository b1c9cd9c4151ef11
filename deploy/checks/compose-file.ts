import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The part of docker-compose.yml that is judged. */
export interface ComposeFile {
  services: Record<string, ComposeService>;
  volumes?: Record<string, unknown>;
}

export interface ComposeService {
  image?: string;
  build?: { context?: string; dockerfile?: string; target?: string; args?: Record<string, string> };
  command?: readonly string[];
  restart?: string;
  environment?: Record<string, string | number>;
  ports?: readonly string[];
  volumes?: readonly string[];
  depends_on?: Record<string, { condition?: string }>;
  healthcheck?: { test?: unknown; disable?: boolean };
}

/** Everything a rule may look at. */
export interface ComposeProject {
  /** Paths in the file are relative to it. */
  root: string;
  compose: ComposeFile;
  dockerfile: string;
}

export const COMPOSE_PATH = 'docker-compose.yml';
export const DOCKERFILE_PATH = 'deploy/docker/Dockerfile';

export function readComposeProject(root: string): ComposeProject {
  return {
    root,
    compose: parseCompose(readFileSync(join(root, COMPOSE_PATH), 'utf8')),
    dockerfile: readFileSync(join(root, DOCKERFILE_PATH), 'utf8'),
  };
}

/**
 * Reads the file as docker compose does: anchors merged, and each ${VARIABLE:-standard} replaced by its standard value,
 * because it must be valid before anybody has set anything.
 */
export function parseCompose(text: string): ComposeFile {
  const filled = text.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');
  return parse(filled, { merge: true }) as ComposeFile;
}
