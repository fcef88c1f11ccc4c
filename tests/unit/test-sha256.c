/* the hash's own examples, and lengths around its blocks */
#include "tap.h"
#include "base/arena.h"
#include "base/sha256.h"

static str hex(struct arena *a, str s)
{
	unsigned char sum[SHA256_BYTES];
	struct buf out = {0};
	sha256(s, sum);
	for (size_t i = 0; i < sizeof sum; i++)
		buf_printf(&out, "%02x", sum[i]);
	return arena_take(a, &out);
}

int main(void)
{
	struct arena a = {0};
	is_str(hex(&a, S("")), S("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), "nothing");
	is_str(hex(&a, S("abc")), S("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), "abc");
	is_str(hex(&a, S("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
		S("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"), "a tail of two blocks");
	size_t million = 1000000;
	char *as = arena_alloc(&a, million);
	memset(as, 'a', million);
	is_str(hex(&a, (str){as, million}), S("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
		"a million");
	is_str(hex(&a, (str){as, 55}), S("9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
		"one block to its end");
	is_str(hex(&a, (str){as, 64}), S("ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
		"a whole block");
	arena_release(&a);
	return done_testing();
}
