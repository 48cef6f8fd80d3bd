import { ref } from 'vue';

const read = () => location.hash.slice(1) || '/';

/** The route is what follows the # of the address. */
export const route = ref(read());
addEventListener('hashchange', () => {
  route.value = read();
  scrollTo(0, 0);
});

export function go(to) {
  location.hash = to;
}
