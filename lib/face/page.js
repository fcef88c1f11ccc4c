'use strict';
(() => {
	const root = document.documentElement, id = (name) => document.getElementById(name);
	const search = id('search'), help = id('help'), graph = id('graph'), count = id('count');
	const cards = [...document.querySelectorAll('#people > details')];
	const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	let texts = null, shown = cards;

	root.classList.add('scripted');

	/* what is found */
	function show() {
		shown[0]?.classList.add('first');
		shown[shown.length - 1]?.classList.add('last');
	}
	function filter() {
		const words = plain(search.value).split(/\s+/).filter(Boolean);
		texts ||= cards.map((card) => plain(card.textContent));
		shown[0]?.classList.remove('first');
		shown[shown.length - 1]?.classList.remove('last');
		shown = cards.filter((card, i) => {
			card.hidden = !words.every((word) => texts[i].includes(word));
			return !card.hidden;
		});
		show();
		id('none').hidden = shown.length > 0;
		count.textContent = words.length ? shown.length + ' of ' + cards.length : cards.length;
	}
	function look(text) {
		search.value = text;
		filter();
	}
	search.addEventListener('input', filter);
	document.addEventListener('click', (e) => {
		if (e.target.matches('.tags span')) {
			look(e.target.textContent);
			scrollTo(0, 0);
		}
	});

	/* one of them */
	const summary = (card) => card.querySelector('summary');
	function focus(card) {
		summary(card).focus({preventScroll: true});
		card.scrollIntoView({block: 'nearest'});
	}
	function current() {
		return shown.indexOf(document.activeElement?.closest?.('#people > details'));
	}
	function move(by) {
		const at = current();
		const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
		if (shown[next])
			focus(shown[next]);
	}
	function open() {
		const card = /^#p\d+$/.test(location.hash) && id(location.hash.slice(1));
		if (!card)
			return;
		large(false);
		if (card.hidden)
			look('');
		card.open = true;
		card.scrollIntoView({block: 'start'});
		summary(card).focus({preventScroll: true});
	}
	addEventListener('hashchange', open);
	document.addEventListener('click', (e) => {
		if (e.target.closest('a[href^="#p"]')?.getAttribute('href') === location.hash)
			open();
	});

	/* light and dark */
	const dark = matchMedia('(prefers-color-scheme: dark)');
	function keep(theme) {
		try {
			if (theme)
				localStorage.setItem('nt-theme', theme);
			return localStorage.getItem('nt-theme');
		} catch {
			return theme;
		}
	}
	function toggle() {
		const is = root.dataset.theme || (dark.matches ? 'dark' : 'light');
		root.dataset.theme = is === 'dark' ? 'light' : 'dark';
		keep(root.dataset.theme);
	}
	if (['light', 'dark'].includes(keep()))
		root.dataset.theme = keep();
	id('theme').addEventListener('click', toggle);

	/* who knows whom */
	const svg = graph?.querySelector('svg');
	const lines = svg ? [...svg.querySelectorAll('line')] : [];
	const nodes = svg ? [...svg.querySelectorAll('g[data-n]')] : [];
	function regard(node) {
		for (const each of svg.querySelectorAll('.near, .mid'))
			each.classList.remove('near', 'mid');
		svg.classList.toggle('looking', !!node);
		if (!node)
			return;
		node.classList.add('mid');
		for (const line of lines) {
			const {a, b} = line.dataset;
			if (a !== node.dataset.n && b !== node.dataset.n)
				continue;
			line.classList.add('near');
			nodes[a === node.dataset.n ? b : a].classList.add('near');
		}
	}
	function large(on = !root.classList.contains('large')) {
		root.classList.toggle('large', on && !!graph);
	}
	for (const event of ['pointerover', 'focusin'])
		svg?.addEventListener(event, (e) => regard(e.target.closest('g[data-n]')));
	for (const event of ['pointerleave', 'focusout'])
		svg?.addEventListener(event, () => regard(null));
	id('large')?.addEventListener('click', () => large());

	/* keys */
	function escape() {
		const card = shown[current()];
		if (root.classList.contains('large'))
			large(false);
		else if (card?.open) {
			card.open = false;
			focus(card);
		} else if (search.value || document.activeElement === search) {
			look('');
			search.blur();
		} else
			document.activeElement?.blur();
	}
	const keys = {
		'/': () => search.select(),
		'j': () => move(1),
		'k': () => move(-1),
		'g': () => large(),
		't': toggle,
		'?': () => help.showModal(),
		'Escape': escape,
	};
	document.addEventListener('keydown', (e) => {
		const typing = e.target === search;
		if (e.ctrlKey || e.metaKey || e.altKey || help.open || e.isComposing)
			return;
		if (typing && (e.key === 'Enter' || e.key === 'ArrowDown') && shown[0]) {
			e.preventDefault();
			focus(shown[0]);
			shown[0].open ||= e.key === 'Enter';
		} else if (keys[e.key] && (!typing || e.key === 'Escape')) {
			e.preventDefault();
			keys[e.key]();
		}
	});
	id('keys').addEventListener('click', () => help.showModal());

	show();
	if (search.value)
		filter();
	open();
})();
