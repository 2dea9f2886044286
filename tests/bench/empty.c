/*
 * The least that a process costs which loads the program's libraries.
 */
int main(void)
{
	return 0;
}
