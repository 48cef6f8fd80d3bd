# A convenience: everything here is one command that also works without make.
.PHONY: build test test-all demo doctor bench bench-crawl bench-detection bench-heal bench-api pack clean

build:
	dotnet build TestForge.slnx --configuration Release

test:
	./eng/test.sh

test-all:
	./eng/test.sh --all

demo:
	./testforge demo

doctor:
	./testforge doctor

bench:
	./bench/crawl/run.sh
	./bench/execution/run.sh

bench-crawl:
	./bench/crawl/any.sh "$(URL)"

bench-detection:
	./bench/quality/detection/run.sh

bench-heal:
	./bench/quality/heal/pairs/run.sh "$(PAIRS)"

bench-api:
	./bench/load/run.sh

pack:
	dotnet pack src/TestForge.Cli --configuration Release

clean:
	rm -rf artifacts
