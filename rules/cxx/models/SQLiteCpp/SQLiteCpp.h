// Model of SQLiteCpp: https://srombauts.github.io/SQLiteCpp/
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
