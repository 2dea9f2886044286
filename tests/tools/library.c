/*
 * The least program on libbaocao: library DATA REPORT.json OUT.pdf
 */
#include <baocao.h>

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	struct baocao *engine = baocao_new(argv[1], NULL);
	struct baocao_job job = {.name = argv[2], .output = BAOCAO_PDF};
	struct baocao_result *result = engine ? baocao_run(engine, &job) : NULL;
	enum baocao_status status = BAOCAO_SYSTEM;
	if (result) {
		status = baocao_result_status(result);
		if (status == BAOCAO_DONE && !baocao_result_write(result, argv[3]))
			status = BAOCAO_SYSTEM;
	}
	baocao_result_free(result);
	baocao_free(engine);
	return (int)status;
}
