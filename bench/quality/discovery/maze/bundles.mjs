// Builds the applications of the maze that come as source, in a copy of it: bundles.mjs FOLDER
// The maze's own build wants three command lines of 2019 to 2021; the sources and the versions of the frameworks are the same here.
import { build } from 'esbuild';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const folder = join(process.argv[2], 'test-cases/javascript/frameworks');
const packages = join(dirname(fileURLToPath(import.meta.url)), 'node_modules');
const common = { bundle: true, minify: true, nodePaths: [packages], define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'error' };

// Angular, compiled in the browser: its injector reads the types that the decorators leave, which esbuild does not emit.
const angular = join(folder, 'angular');
const decorated = {
  name: 'decorated',
  setup: (b) => b.onLoad({ filter: /angular\/src\/.*\.ts$/ }, ({ path }) => {
    const source = readFileSync(path, 'utf8').replace(/templateUrl: '(.*?)'/g, (_, file) => `template: ${JSON.stringify(readFileSync(join(dirname(path), file), 'utf8'))}`);
    const options = { module: 'esnext', target: 'es5', experimentalDecorators: true, emitDecoratorMetadata: true };
    return { contents: ts.transpileModule(source, { compilerOptions: options }).outputText, loader: 'js' };
  }),
};
writeFileSync(join(angular, 'all.js'), "import 'reflect-metadata';\nimport './src/polyfills.ts';\nimport './src/main.ts';\n");
await build({ ...common, entryPoints: [join(angular, 'all.js')], outfile: join(angular, 'main.js'), plugins: [decorated], mainFields: ['module', 'main'], allowOverwrite: true });
writeFileSync(join(angular, 'index.html'), readFileSync(join(angular, 'src/index.html'), 'utf8')
  .replace('<base href="/">', '<base href="/javascript/frameworks/angular/">').replace('</body>', '<script src="main.js"></script></body>'));

// AngularJS comes from a host on the internet.
const angularjs = join(folder, 'angularjs');
const find = createRequire(import.meta.url).resolve;
copyFileSync(find('angular/angular.min.js'), join(angularjs, 'angular.min.js'));
copyFileSync(find('angular-route/angular-route.js'), join(angularjs, 'angular-route.js'));
rewrite(join(angularjs, 'index.html'), /https:\/\/ajax\.googleapis\.com\/ajax\/libs\/angularjs\/1\.8\.0\//g, '');

const polymer = join(folder, 'polymer');
await build({ ...common, entryPoints: [join(polymer, 'src/my-app.js')], outdir: join(polymer, 'src'), format: 'esm', splitting: true, allowOverwrite: true });
rewrite(join(polymer, 'index.html'), '<base href="/">', '<base href="/javascript/frameworks/polymer/">');
rewrite(join(polymer, 'index.html'), /<script src="node_modules.*?<\/script>/, '');

const react = join(folder, 'react');
await build({ ...common, entryPoints: [join(react, 'src/index.js')], outfile: join(react, 'main.js'), loader: { '.js': 'jsx' } });
writeFileSync(join(react, 'index.html'), readFileSync(join(react, 'public/index.html'), 'utf8').replace('</body>', '<script src="/javascript/frameworks/react/main.js"></script></body>'));

// As where the maze is served, only what was built stays.
for (const file of ['angular/all.js', 'angular/src', 'polymer/package.json', 'polymer/polymer.json', 'react/public', 'react/src']) rmSync(join(folder, file), { recursive: true });

function rewrite(file, from, to) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}
