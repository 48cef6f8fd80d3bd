import { createApp } from 'vue';
import App from './App.vue';
import { load } from './store.js';

await load();
createApp(App).mount('#app');
